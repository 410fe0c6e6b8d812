import assert from 'node:assert/strict';
import { aMeeting, from, priya, sam } from '../support/meetings.ts';
import { button, tabInBrowser } from '../support/tab-in-browser.ts';
import { axeViolations } from '../support/tab-window.ts';
import { untilTrue } from '../support/until-true.ts';

describe('The tab, for everybody', function () {
  this.timeout(60_000);
  const { open, door } = tabInBrowser();

  const long = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Constantinopolitanidis';
  const full = () => [
    aMeeting({ at: '2026-12-03T16:00:00Z' }),
    aMeeting({
      stage: 'waiting',
      mentor: sam,
      mentee: priya,
      menteeName: 'Aisha Rahman',
      at: '2026-12-08T09:00:00Z',
    }),
    aMeeting({
      stage: 'proposed',
      at: null,
      mentorName: 'محمد بن عبد الله الحسيني',
      proposed: [from('2026-12-11T09:00:00Z')],
    }),
    aMeeting({ mentorName: long, at: '2026-12-15T12:00:00Z', mode: 'in person', place: 'x'.repeat(90) }),
    ...Array.from({ length: 200 }, (_, index) =>
      aMeeting({
        id: `past-${index}`,
        pairId: `past-${index % 40}`,
        at: new Date(Date.parse('2026-11-20T09:00:00Z') - index * 86_400_000).toISOString(),
      }),
    ),
  ];

  for (const theme of ['default', 'dark', 'contrast']) {
    it(`has nothing that axe finds, and nothing to scroll sideways to, in the ${theme} theme`, async () => {
      door().meetings = full();
      door().isMentor = true;
      const window = await open({ told: { theme } });
      await window.tab.getByText('Coming up').waitFor();
      for (const width of [1280, 768, 375, 320]) {
        await window.page.setViewportSize({ width, height: 900 });
        await untilTrue(window.tab, `innerWidth === ${width}`);
        const [content, room] = await window.tab.evaluate<[number, number]>(
          "(page => [Math.max(page.scrollWidth, document.documentElement.scrollWidth), page.clientWidth])(document.querySelector('.page'))",
        );
        assert.ok(content <= room, `${content} px in ${room} px`);
        if (width === 1280 || width === 375)
          assert.deepEqual(await axeViolations(window.tab), [], `${width} px`);
      }
      assert.deepEqual(window.complaints, []);
    });
  }

  it('keeps to 1,120 px and two columns where there is room, and to one where there is not', async () => {
    door().meetings = full();
    const window = await open({ window: { viewport: { width: 1600, height: 900 } } });
    await window.tab.getByText('Coming up').waitFor();
    const measure = () =>
      window.tab.evaluate<[number, number]>(
        "[document.querySelector('main').offsetWidth, getComputedStyle(document.querySelector('.columns')).gridTemplateColumns.split(' ').length]",
      );
    assert.deepEqual(await measure(), [1120, 2]);
    await window.page.setViewportSize({ width: 640, height: 900 });
    await untilTrue(window.tab, 'innerWidth === 640');
    assert.deepEqual(await measure(), [640, 1]);
  });

  it('shows 200 past meetings a few at a time, with the focus on the first new one', async () => {
    door().meetings = full();
    const window = await open();
    const rows = window.tab.getByRole('region', { name: /Past meetings/ }).getByRole('listitem');
    const more = button(window, /^Show earlier meetings$/);
    await more.waitFor();
    const counts = [await rows.count()];
    while ((await more.count()) > 0) {
      const before = await rows.count();
      await more.click();
      await window.tab.locator(`#meeting-past-${before}:focus`).waitFor();
      counts.push(await rows.count());
    }
    assert.equal(counts.at(-1), 200);
    assert.ok(counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0)));
  });
});
