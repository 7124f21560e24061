/** Lengths of time in milliseconds; China has no summer time, so that every day is as long. */
export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
