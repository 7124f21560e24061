import { showcase } from '../../record/showcase';
import { z } from '../../zod';
import { shownFile } from './record-views';

/** A showcase in the public's list. */
export const showcaseCard = showcase.pick({
  id: true,
  kind: true,
  name: true,
  city: true,
  holder: true,
  award: true,
});

/** A showcase as the public reads it. What services were given is for members. */
export const showcaseDetail = showcaseCard.extend({
  about: showcase.shape.about,
  link: showcase.shape.link,
  files: z.array(shownFile),
});
