import { wordsFromList } from './word-list.ts'

/**
 * What agencies put before the headline of a take, in the words that search compares: a flash, a
 * fuller writing of it, one that goes on.
 */
export const TAKE_OPENERS = wordsFromList(`
  urgent; flash; alerte; breaking; lead; lead 1; lead 2; lead 3; 1er lead; 2e lead; 2eme lead;
  1st lead; 2nd lead; 3rd lead; update; update 1; update 2; update 3; suite; more;
  عاجل; تابع; اضافه اولي; اضافه ثانيه; اضافه ثالثه; تتمه
`)

/** What they put after it. */
export const TAKE_CLOSERS = wordsFromList(`
  suite; suite 1; suite 2; suite 3; suite 4; suite et fin; 1re suite; 2e suite; 2eme suite;
  3e suite; 3eme suite; a suivre; lead; lead 1; lead 2; lead 3; 1er lead; 2e lead; 2eme lead;
  1st lead; 2nd lead; 3rd lead; more; more 2; more 3; more 4; first add; add 1; add 2; add 3;
  take 2; take 3; take 4; update; update 1; update 2; update 3; writethru; urgent;
  اضافه اولي; اضافه ثانيه; اضافه ثالثه; اضافه رابعه; اضافه خامسه; اضافه سادسه; اضافه سابعه;
  اضافه ثامنه; اضافه تاسعه; اضافه عاشره; اضافه اولي واخيره; اضافه ثانيه واخيره;
  اضافه ثالثه واخيره; اضافه رابعه واخيره; اضافه خامسه واخيره; اضافه سادسه واخيره;
  اضافه اخيره; تتمه; التتمه; يتبع; تابع; عاجل
`)
