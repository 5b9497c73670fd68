import { expect, test } from 'vitest';
import { jsonReporter } from '../../src/review/reporters/json.ts';
import { textReporter } from '../../src/review/reporters/text.ts';
import { expectedFile, reviewScenario, SCENARIOS } from './scenario.ts';

test.each(SCENARIOS)('what a review says of the scenario %s, as text and as JSON', async (scenario) => {
  const review = await reviewScenario(scenario);
  await expect(textReporter.report(review, { color: false })).toMatchFileSnapshot(
    expectedFile(scenario, 'txt'),
  );
  await expect(jsonReporter.report(review, { color: false })).toMatchFileSnapshot(
    expectedFile(scenario, 'json'),
  );
});
