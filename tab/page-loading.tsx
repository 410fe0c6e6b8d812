import { Skeleton, SkeletonItem } from '@fluentui/react-components';

/** A page whose own code is on its way. */
export function PageLoading() {
  return (
    <Skeleton aria-label="Loading the page" className="stack">
      <SkeletonItem size={28} />
      <SkeletonItem size={96} />
      <SkeletonItem size={128} />
    </Skeleton>
  );
}
