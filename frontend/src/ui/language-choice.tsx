import { useLingui } from "@lingui/react/macro";
import classes from "./language-choice.module.css";

interface LanguageChoiceProps<Language extends string> {
  /** Each language as it calls itself. */
  languages: readonly { value: Language; name: string }[];
  value: string;
  onChange: (language: Language) => void;
}

/** The languages side by side, for somebody who may not understand the page. */
export function LanguageChoice<Language extends string>({
  languages,
  value,
  onChange,
}: LanguageChoiceProps<Language>) {
  const { t } = useLingui();
  return (
    <div role="group" aria-label={t`Language`} className={classes.choice}>
      {languages.map((language) => (
        <button
          key={language.value}
          type="button"
          lang={language.value}
          aria-pressed={language.value === value}
          className={classes.language}
          onClick={() => {
            onChange(language.value);
          }}
        >
          {language.name}
        </button>
      ))}
    </div>
  );
}
