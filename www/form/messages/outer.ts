// The sentences of the outer document, shown when the form itself is gone.

interface OuterSentences {
  closed: string;
  breach: string;
}

export const outerSentences: { en: OuterSentences; [language: string]: OuterSentences } = {
  en: {
    closed: "This form is closed. Nothing was kept.",
    breach: "This form was closed because something tried to replace it. Please do not answer on this page. Tell the owner of the page.",
  },
};
