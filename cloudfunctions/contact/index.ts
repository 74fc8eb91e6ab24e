import { serve } from '../kit/serve';
import { blind } from './blind';
import { callBack, callbacks } from './callbacks';
import { coverage } from './coverage';
import { helpView } from './help';
import { review, reviews } from './reviews';
import { save } from './save';

/** The weekly contacts, and what chiefs and leaders see of them. */
export const main = serve('contact', {
  save,
  reviews,
  review,
  coverage,
  blind,
  help: helpView,
  callbacks,
  callBack,
});
