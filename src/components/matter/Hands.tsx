import { View } from '@tarojs/components';
import type { PartyView, ProblemView } from '../../../domain/contract/views';
import { Card } from '../../components';
import { type Dictionary, useWords } from '../../i18n';

/** Who leads and who helps, and how many others wait for the same. */
export function Hands({ problem }: { problem: ProblemView }) {
  const words = useWords();
  const { lead, helpers, followers, following } = problem;
  if (!lead && helpers.length === 0 && followers === 0 && !following) return null;
  return (
    <Card id="hands">
      {lead && <View className="problem__hand">{words.acts.lead(partyWords(lead, words))}</View>}
      {helpers.length > 0 && (
        <View className="problem__hand">
          {words.acts.helpers(helpers.map((one) => partyWords(one, words)).join('、'))}
        </View>
      )}
      {followers > 0 && <View className="problem__hand">{words.acts.followers(followers)}</View>}
      {following && <View className="problem__note">{words.acts.following}</View>}
    </Card>
  );
}

/** "旗水利局（张三）", "网格员刘志强" */
export function partyWords({ unit, name, role }: PartyView, { me }: Dictionary): string {
  if (!unit) return `${me.role[role]} ${name}`;
  return name && name !== unit ? `${unit}（${name}）` : unit;
}
