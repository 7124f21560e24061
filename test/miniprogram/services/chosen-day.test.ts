import { chooseDay, takeChosenDay } from '../../../miniprogram/services/chosen-day';
import { octoberDay } from '../../shared/example-records';

test('nothing is taken before anything was chosen', () => {
  expect(takeChosenDay()).toBeUndefined();
});

test('a day that was chosen is taken once', () => {
  chooseDay(octoberDay('10'));

  expect(takeChosenDay()).toBe('2018-10-10');
  expect(takeChosenDay()).toBeUndefined();
});

test('the whole week is a choice too', () => {
  chooseDay(null);

  expect(takeChosenDay()).toBeNull();
  expect(takeChosenDay()).toBeUndefined();
});
