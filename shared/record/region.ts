import { z } from '../zod';

/** The 21 prefecture-level cities of Guangdong (地级以上市), in the province's customary order. */
export const cities = [
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
] as const;

export const city = z.enum(cities);
export type City = z.infer<typeof city>;
