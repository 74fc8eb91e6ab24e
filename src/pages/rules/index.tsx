import { View } from '@tarojs/components';
import { useState } from 'react';
import type { VersionView } from '../../../domain/contract/views';
import { Button, Choice, Screen, StateView } from '../../components';
import { useRuleWords } from '../../i18n/rules';
import { useQuery } from '../../state';
import { DryRun } from './DryRun';
import { Editor } from './Editor';
import { Enable } from './Enable';
import { RuleList } from './RuleList';
import { Scheme } from './Scheme';
import { VersionHead } from './VersionHead';
import './index.scss';

/** Every version in plain words; for who keeps the rules also a draft, what it would have done, and its beginning. */
export default function RulesPage() {
  const words = useRuleWords().rules;
  const query = useQuery('points.rules', {});
  const [chosen, setChosen] = useState<string>();
  const [editing, setEditing] = useState<VersionView>();
  const { data } = query;
  const shown =
    data?.versions.find(({ id }) => id === chosen) ??
    data?.versions.find(({ holds }) => holds) ??
    data?.versions[0];
  const tries = data?.may.draft || data?.may.enable;
  return (
    <Screen
      title={words.title}
      heading={words.heading}
      lead={words.lead}
      staleSince={query.error && data ? query.asOf : undefined}
      wide
    >
      <StateView query={query}>
        {data && shown && !editing && (
          <>
            {data.versions.length > 1 && (
              <Choice
                label={words.versions}
                options={data.versions.map(({ id }) => ({ value: id, label: words.version(id) }))}
                value={shown.id}
                onChange={setChosen}
              />
            )}
            <VersionHead version={shown} />
            <View className="y-columns">
              <RuleList rules={shown.rules} />
              <View className="y-column y-column--side">
                <Scheme scheme={shown.scheme} />
                {tries && <DryRun key={shown.id} version={shown.id} />}
                {data.may.enable && shown.enabledAt === undefined && (
                  <Enable key={shown.id} version={shown} onDone={query.refresh} />
                )}
                {data.may.draft && (
                  <Button id="edit" kind="quiet" onTap={() => setEditing(shown)}>
                    {shown.enabledAt === undefined ? words.edit.go : words.edit.button}
                  </Button>
                )}
              </View>
            </View>
          </>
        )}
        {data && editing && (
          <Editor
            from={editing}
            taken={data.versions.map(({ id }) => id)}
            onClose={() => setEditing(undefined)}
            onDone={async (id) => {
              setEditing(undefined);
              setChosen(id);
              await query.refresh();
            }}
          />
        )}
      </StateView>
    </Screen>
  );
}
