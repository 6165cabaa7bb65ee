// The sentences of the outer document, shown when the form itself is gone.

interface OuterSentences {
  closed: string;
  breach: string;
}

const SENTENCES: { en: OuterSentences; [language: string]: OuterSentences } = {
  en: {
    closed: "This form is closed. This page kept nothing.",
    breach: "This form was closed because something tried to replace it. Please do not answer on this page. Tell the owner of the page.",
  },
};

export function outerSentences(language: string): OuterSentences {
  return (Object.hasOwn(SENTENCES, language) ? SENTENCES[language] : undefined) ?? SENTENCES.en;
}
