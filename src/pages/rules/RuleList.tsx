import { View } from '@tarojs/components';
import { ACCOUNT_KINDS } from '../../../domain/points/account';
import type { Rule } from '../../../domain/points/rule';
import { Card, Tag } from '../../components';
import { useSaid } from '../../i18n';
import { useRuleWords } from '../../i18n/rules';
import { amountWords } from './amounts';

/** Rule by rule, as whoever it is for would read it. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const words = useRuleWords().rules;
  return (
    <View className="y-column">
      {ACCOUNT_KINDS.map((kind) => {
        const own = rules.filter((rule) => rule.for === kind);
        if (own.length === 0) return null;
        return (
          <Card key={kind} id={`for-${kind}`} title={words.for[kind]}>
            {own.map((rule) => (
              <One key={rule.id} rule={rule} />
            ))}
          </Card>
        );
      })}
    </View>
  );
}

function One({ rule }: { rule: Rule }) {
  const said = useSaid();
  const rules = useRuleWords().rules;
  const takes = typeof rule.amount === 'number' && rule.amount < 0;
  return (
    <View className="y-line">
      <View className="rules__row">
        <View className="y-strong">{said(rule.name)}</View>
        <Tag tone={takes ? 'danger' : rule.fact ? 'done' : 'active'}>
          {rule.fact ? rules.byClock : rules.byHand}
        </Tag>
      </View>
      <View>{said(rule.text)}</View>
      <View className="y-note">
        {[
          amountWords(rule, rules),
          rule.cap ? rules.cap(rule.cap.most, rule.cap.per) : '',
          rules.evidence(said(rule.evidence)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  );
}
