/** Where a meeting's row is found, to put the focus on it. */
export function rowId(meetingId: string): string {
  return `meeting-${meetingId}`;
}
