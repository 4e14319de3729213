import { wordsFromList } from './word-list.ts'

/** First words of the name of an instrument or a standing body between parties, as patterns. */
export const INSTRUMENT_HEADS = {
  fr: wordsFromList(String.raw`
    [Dd]éclaration; [Aa]ccord(?:-cadre)?; [Cc]onvention; [Pp]rotocole(?: d'accord)?;
    [Tt]raité; [Pp]acte; [Mm]émorandum d'entente; [Cc]harte; feuille de route;
    [Pp]lan d'[Aa]ction; Groupe(?= \p{Lu}); Comité(?= \p{Lu}); Commission(?= \p{Lu});
    [Pp]roposition de loi; [Pp]rojet de loi; [Ll]oi organique; [Ll]oi; [Dd]écret;
    [Oo]rdonnance; [Rr]ésolution; [Cc]irculaire; [Aa]rrêté
  `),
  en: wordsFromList(String.raw`
    Declaration; Agreement; Convention; Protocol; Treaty; Pact;
    Memorandum of Understanding; Charter; Act; Resolution; Partnership; Framework; Roadmap
  `),
  ar: wordsFromList(String.raw`
    اتفاقية; اتفاق; بروتوكول; معاهدة; مذكرة تفاهم; مذكرة التفاهم; ميثاق; إعلان;
    خارطة الطريق; خارطة طريق; القانون عدد; قانون; مرسوم; ظهير
  `),
} as const
