import { required } from '../../support/engines';
import { type GuideNeed, guidePages, stepsOfPage } from '../../support/guide-pages';
import { walkPage } from '../../support/guide-walk';
import { SANDBOX_PATIENCE } from '../../support/sandbox';

jest.setTimeout(SANDBOX_PATIENCE);

const reasonNotRun = (needs: GuideNeed): string | undefined =>
  required(needs) ? undefined : `EGOV_REQUIRE does not ask for ${needs}`;

/** Pages with commands that need an engine or a cloud; test/docs walks them without these. */
const pages = guidePages.filter((page) => stepsOfPage(page).some((step) => 'needs' in step));

test('pages of the guide need an engine or a cloud', () =>
  expect(pages).toEqual(['getting-started', 'reviewing', 'adopting']));

const asked = required('engines') || required('sandbox');
(asked ? describe : describe.skip).each(pages)(
  `docs/guide/%s.md${asked ? '' : ' (skipped: EGOV_REQUIRE asks for nothing that it needs)'}`,
  (page) => walkPage(page, reasonNotRun),
);
