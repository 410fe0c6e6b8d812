/** Line drawings on a 20 by 20 grid. */
const drawings = {
  activity: 'M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0',
  chat: 'M10 3a7 7 0 0 0-6.2 10.2L3 17l3.9-.8A7 7 0 1 0 10 3ZM7 8.5h6M7 11.5h4',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-3 2.2-5 5.5-5s5.5 2 5.5 5M13.5 9a2.5 2.5 0 1 0 0-5M15 11.8c1.9.6 3 2.3 3 4.7',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.5 12.5 17 17',
  send: 'M3 3.5 17.5 10 3 16.5l2-6.5-2-6.5ZM5 10h6.5',
  beside: 'M3 4.5h14v11H3zM10 4.5v11',
  waffle: 'M4 4h.01M10 4h.01M16 4h.01M4 10h.01M10 10h.01M16 10h.01M4 16h.01M10 16h.01M16 16h.01',
  previous: 'M12.5 4 6.5 10l6 6',
  next: 'M7.5 4l6 6-6 6',
} as const;

export type IconName = keyof typeof drawings;

const space = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}
