import './find.css';
import { Body1, Button, Title3 } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SearchView } from '../../bot/http/search-shapes.ts';
import type { Api } from '../api.ts';
import type { FindPlace } from '../place.ts';
import { TroubleBar } from '../trouble-bar.tsx';
import type { Go } from '../use-place.ts';
import { Facets } from './facets.tsx';
import { FindLoading } from './find-loading.tsx';
import { fitWords } from './find-wording.ts';
import { mentorRowId } from './mentor-row.tsx';
import { Profile } from './profile.tsx';
import { usePutAside } from './put-aside.ts';
import { Results, resultsHeading } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { Signposts } from './signposts.tsx';
import { Understood } from './understood.tsx';
import { useFind } from './use-find.ts';
import { useMentorActs, withoutMentor } from './use-mentor-acts.tsx';

/** Find a mentor: a sentence or lists, what was understood, who fits and why, one profile. */
export function FindPage(given: { api: Api; appId: string; place: FindPlace; go: Go }) {
  const { api, place, go } = given;
  const [putAside, setPutAside] = usePutAside();
  const finding = useFind({ api, place, go, putAside });
  const acts = useMentorActs({ ...given, putAside, setPutAside });
  const { found, isLoading } = finding;
  const focusNext = useFocusAfter(found, isLoading);
  useFocusOnReturn(place.mentorId);
  const chosen = chosenNow(place, found);

  function change(takeOff: readonly string[], putOn?: string): void {
    const left = chosen.map(({ id }) => id).filter(id => !takeOff.includes(id));
    go({ ...withoutMentor(place), criteria: putOn === undefined ? left : [...left, putOn] });
  }
  const leaveOut = (id: string): void => {
    focusNext(resultsHeading);
    change([id]);
  };

  const isAsked = found && (found.mentors.length > 0 || found.understood.length > 0 || found.like);
  return (
    <div className="stack">
      {place.mentorId === undefined && <Title3 as="h1">Find a mentor</Title3>}
      {finding.trouble && (
        <TroubleBar trouble={finding.trouble} tryAgain={finding.again} signIn={acts.signIn} />
      )}
      {acts.trouble && <TroubleBar trouble={acts.trouble} tryAgain={acts.chat} signIn={acts.signIn} />}
      {acts.needsChat && (
        <div role="alert" className="chips">
          <Body1>We cannot write to you in the chat yet. Open it, say hello, and press Book again.</Body1>
          <Button onClick={acts.chat}>Open the chat</Button>
        </div>
      )}
      {place.mentorId !== undefined && (
        <Profile
          key={place.mentorId}
          api={api}
          mentorId={place.mentorId}
          mentor={found?.mentors.find(({ id }) => id === place.mentorId)}
          acts={acts}
          back={() => go(withoutMentor(place))}
        />
      )}
      <div className="stack" hidden={place.mentorId !== undefined}>
        <SearchBox
          search={sentence => {
            focusNext(resultsHeading);
            void finding.bySentence(sentence);
          }}
        />
        {found && <Signposts signposts={found.signposts} />}
        {found && (
          <Understood
            found={found}
            change={change}
            takeOffLike={() => {
              const { like: _, ...rest } = withoutMentor(place);
              go({ ...rest, criteria: chosen.map(({ id }) => id) });
            }}
          />
        )}
        {!found && isLoading && <FindLoading />}
        {found && (
          <div className="find-columns">
            <Facets
              facets={found.facets}
              chosen={chosen}
              toggle={(id, isOn) => change(isOn ? [] : [id], isOn ? id : undefined)}
            />
            {isAsked ? (
              <Results
                found={found}
                isLoading={isLoading}
                acts={acts}
                leaveOut={leaveOut}
                more={() => {
                  focusNext('first new');
                  void finding.more();
                }}
                asideCount={putAside.length}
                showAside={() => {
                  focusNext(resultsHeading);
                  setPutAside([]);
                }}
              />
            ) : (
              <section className="section" aria-label="Mentors">
                <Body1 as="p" block>
                  Say what you would like above, or choose from the lists.
                </Body1>
                <Body1 as="p" block className="subtle">
                  {found.withEverything} mentors have a place now.
                </Body1>
              </section>
            )}
          </div>
        )}
      </div>
      <div role="status" className="unseen">
        {isLoading ? 'Looking for mentors' : acts.said}{' '}
        {!isLoading && isAsked && `${fitWords(found)} ${found.mentors.length} shown.`}
      </div>
    </div>
  );
}

/** What the address says, at once; what was understood of a sentence that stays out of the address. */
function chosenNow({ criteria, like }: FindPlace, found: SearchView | undefined): SearchView['understood'] {
  const understood = found?.understood ?? [];
  const isInAddress = criteria.length > 0 || (found?.signposts.length === 0 && like === undefined);
  if (!isInAddress) return understood;
  return criteria.map(id => ({ id, words: understood.find(each => each.id === id)?.words ?? '' }));
}

/** Puts the focus where it was asked for, once the answer is there. */
function useFocusAfter(
  found: { readonly mentors: readonly { readonly id: string }[] } | undefined,
  isLoading: boolean,
) {
  const wanted = useRef<{ readonly id: string; readonly before: number }>(undefined);
  const count = found?.mentors.length ?? 0;
  useEffect(() => {
    if (isLoading || !wanted.current) return;
    const { id, before } = wanted.current;
    wanted.current = undefined;
    const next = found?.mentors[before];
    const target = id === 'first new' ? next && mentorRowId(next.id) : id;
    if (target) document.getElementById(target)?.focus();
  }, [isLoading, found]);
  return (id: string) => {
    wanted.current = { id, before: count };
  };
}

/** Back from a profile, the keyboard goes on from the mentor whose it was. */
function useFocusOnReturn(mentorId: string | undefined): void {
  const before = useRef(mentorId);
  useEffect(() => {
    if (before.current !== undefined && mentorId === undefined) {
      const row = document.getElementById(mentorRowId(before.current));
      (row ?? document.getElementById(resultsHeading))?.focus();
    }
    before.current = mentorId;
  }, [mentorId]);
}
