import { View } from '@tarojs/components';
import { Card, Choice, Screen, StateView, Tag } from '../../components';
import { useWords } from '../../i18n';
import { type Language, setElder, setLanguage, useMe, useQuery, useSettings } from '../../state';
import { MessageChoices } from './Choices';
import { Leave } from './Leave';
import { LogOut } from './LogOut';
import './index.scss';

const LANGUAGES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { value: Language; label: string }[];

/** Who I am here, how I like it, what is kept about me, where to complain. */
export default function Me() {
  const words = useWords();
  const { language, elder } = useSettings();
  const known = useMe();
  const home = useQuery(known ? undefined : 'home.open', {});
  const me = known ?? home.data?.me;
  const sizes = [
    { value: 'usual', label: words.me.usual },
    { value: 'large', label: words.me.large },
  ] as const;
  return (
    <Screen title={words.tabs.me} tab="me">
      {me ? (
        <Card id="who" title={me.name}>
          <View className="me__roles">
            {me.roles.map((role) => (
              <Tag key={role} tone="active">
                {words.me.role[role]}
              </Tag>
            ))}
          </View>
          <View className="me__area">{me.area.path}</View>
        </Card>
      ) : (
        <StateView query={home} />
      )}
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
      {me && <MessageChoices />}
      <Card title={words.me.privacy}>
        {words.me.privacyLines.map((line) => (
          <View key={line} className="me__line">
            {line}
          </View>
        ))}
      </Card>
      {me?.roles.includes('resident') && <Leave />}
      <Card title={words.me.complaint}>{words.me.complaintText}</Card>
      {process.env.TARO_ENV === 'h5' && me && <LogOut />}
    </Screen>
  );
}
