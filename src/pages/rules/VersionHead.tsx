import { View } from '@tarojs/components';
import type { VersionView } from '../../../domain/contract/views';
import { Tag, type Tone } from '../../components';
import { dayWords, useWords } from '../../i18n';
import { useRuleWords } from '../../i18n/rules';
import { cloud } from '../../services/cloud';

/** Whether it holds, from when, and who signed it. */
export function VersionHead({ version }: { version: VersionView }) {
  const words = useWords();
  const rules = useRuleWords().rules;
  const now = cloud.now();
  const { from, draftedBy, draftedAt, enabledBy, enabledAt, holds } = version;
  const month = new Date(now + 8 * 3_600_000).toISOString().slice(0, 7);
  const [tone, state]: [Tone, string] = holds
    ? ['done', rules.holds]
    : enabledAt === undefined
      ? ['plain', rules.draft]
      : (from ?? '') > month
        ? ['active', rules.later]
        : ['plain', rules.past];
  // The defaults were drafted by nobody in particular, before anything.
  const signed = draftedAt > 0;
  return (
    <View className="rules__head">
      <Tag tone={tone}>{state}</Tag>
      <View className="y-note">
        {[
          from && signed ? rules.from(rules.month(from)) : '',
          signed ? rules.drafted(draftedBy, dayWords(draftedAt, now, words)) : '',
          enabledBy && enabledAt ? rules.enabled(enabledBy, dayWords(enabledAt, now, words)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  );
}
