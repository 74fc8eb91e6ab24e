import { Card, Choice, Screen } from '../../components';
import { useWords } from '../../i18n';
import { type Language, setElder, setLanguage, useSettings } from '../../state';

const LANGUAGES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Language; label: string }[];

export default function Me() {
  const words = useWords();
  const { language, elder } = useSettings();
  const sizes = [
    { value: 'usual', label: words.me.usual },
    { value: 'large', label: words.me.large },
  ] as const;
  return (
    <Screen title={words.tabs.me} tab="me">
      <Card title={words.me.language}>
        <Choice options={LANGUAGES} label={words.me.language} value={language} onChange={setLanguage} />
      </Card>
      <Card title={words.me.type}>
        <Choice
          options={sizes}
          label={words.me.type}
          value={elder ? 'large' : 'usual'}
          onChange={(size) => setElder(size === 'large')}
        />
      </Card>
    </Screen>
  );
}
