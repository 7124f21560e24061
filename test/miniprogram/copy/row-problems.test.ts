import { rowProblem } from '#shared/people/unit-row';
import { rowProblemLabels } from '../../../miniprogram/copy/row-problems';

test.each(rowProblem.options)('“%s” is said in Chinese, in words of its own', (reason) => {
  const sentence = rowProblemLabels[reason];
  expect(sentence).toMatch(/^[^A-Za-z]{4,}$/);
  expect(Object.values(rowProblemLabels).filter((each) => each === sentence)).toHaveLength(1);
});
