import { Skeleton, SkeletonItem } from '@fluentui/react-components';

/** The boxes at their places, before anything is known. */
export function FindLoading() {
  return (
    <div className="find-columns">
      <section className="section facets-loading" aria-hidden>
        <Lines count={6} />
      </section>
      <section className="section" aria-label="Mentors">
        <Lines count={4} label="Loading mentors" />
      </section>
    </div>
  );
}

export function Lines({ count, label }: { count: number; label?: string }) {
  return (
    <Skeleton className="skeleton-lines" {...(label ? { 'aria-label': label } : { 'aria-hidden': true })}>
      {Array.from({ length: count }, (_, line) => `line ${line}`).map(line => (
        <SkeletonItem key={line} size={24} />
      ))}
    </Skeleton>
  );
}
