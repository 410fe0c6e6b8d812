/** What people wrote, as paragraphs and lists. */
export type Flow =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly ListItem[] };

/** `label`: the bullet, or the number that was written. */
export type ListItem = { readonly label: string; readonly text: string };

const listLine = /^\s*(?:[-*•·–]|(\d{1,2})[.)])\s+(.*)$/u;

/** Each line is a paragraph; lines that begin with a bullet or a number are the items of a list. Empty lines are left out. */
export function flowOfText(text: string): readonly Flow[] {
  const flows: Flow[] = [];
  let items: ListItem[] = [];
  const endList = () => {
    if (items.length > 0) flows.push({ is: 'list', items });
    items = [];
  };
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const [, number, item = ''] = listLine.exec(line) ?? [];
    if (item !== '') items.push({ label: number === undefined ? '•' : `${number}.`, text: item });
    else {
      endList();
      if (line.trim() !== '') flows.push({ is: 'paragraph', text: line.trim() });
    }
  }
  endList();
  return flows;
}
