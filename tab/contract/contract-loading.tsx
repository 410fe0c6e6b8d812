import { Skeleton, SkeletonItem } from '@fluentui/react-components';

const lines = ['one', 'two', 'three', 'four', 'five', 'six'];

/** The boxes at their places, before anything is known. */
export function ContractLoading() {
  return (
    <>
      <section className="section what-now" aria-label="What now">
        <Skeleton aria-label="Loading the contract" className="skeleton-lines">
          <SkeletonItem size={28} />
          <SkeletonItem size={16} />
        </Skeleton>
      </section>
      <div className="contract-columns">
        <section className="section" aria-label="The contract">
          <Skeleton aria-hidden className="skeleton-lines">
            {lines.map(line => (
              <SkeletonItem key={line} size={24} />
            ))}
          </Skeleton>
        </section>
      </div>
    </>
  );
}
