import { z } from '../zod';

/** The 21 prefecture-level cities of Guangdong (地级以上市), in the province's customary order: what a new edition begins with. */
export const guangdongCities: readonly string[] = [
  '广州',
  '深圳',
  '珠海',
  '汕头',
  '佛山',
  '韶关',
  '河源',
  '梅州',
  '惠州',
  '汕尾',
  '东莞',
  '中山',
  '江门',
  '阳江',
  '湛江',
  '茂名',
  '肇庆',
  '清远',
  '潮州',
  '揭阳',
  '云浮',
];

/** Where a unit stands that answers to the province and to no city (省直): the bureau itself reviews it. */
export const provincial = '省直';

/**
 * A city (地市), by its name without 市. Which cities take part is the edition's data, so the cloud checks a city against
 * `edition.cities`; by itself it is two to eight Chinese characters.
 */
export const city = z.string().refine((text) => /^\p{Script=Han}{2,8}$/u.test(text) && text !== provincial, {
  params: { problem: 'not-a-choice' },
});
export type City = z.infer<typeof city>;

/** Whom a unit answers to (管辖): a city, or the province. */
export const jurisdiction = z.union([city, z.literal(provincial)]);
export type Jurisdiction = z.infer<typeof jurisdiction>;
