import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import { Section } from './section.tsx';

/** The page's boxes at their places, before there is anything to put in them. */
export function HomeLoading() {
  return (
    <>
      <Section title="What now">
        <Skeleton aria-label="Loading your meetings" className="skeleton-lines">
          <SkeletonItem size={28} />
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
        </Skeleton>
      </Section>
      <div className="columns">
        <People title="Waiting for you" />
        <People title="My mentors" />
      </div>
    </>
  );
}

function People({ title }: { title: string }) {
  return (
    <Section title={title}>
      <Skeleton aria-hidden className="skeleton-lines">
        {['first', 'second'].map(row => (
          <div key={row} className="skeleton-row">
            <SkeletonItem shape="circle" size={32} />
            <SkeletonItem size={16} />
          </div>
        ))}
      </Skeleton>
    </Section>
  );
}
