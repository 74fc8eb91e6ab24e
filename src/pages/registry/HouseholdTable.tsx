import { View } from '@tarojs/components';
import type { HouseholdLine } from '../../../domain/contract/views';
import { Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { useRegistryWords } from '../../i18n/registry';

interface Props {
  households: HouseholdLine[];
  chosen: readonly string[];
  onToggle(household: HouseholdLine): void;
}

/** A line is the target: a tap ticks it. */
export function HouseholdTable({ households, chosen, onToggle }: Props) {
  const words = useRegistryWords().registry.households;
  return (
    <View className="registry__table" id="households">
      <View className="registry__line registry__line--head">
        <View className="registry__cell registry__cell--tick" />
        {(['head', 'members', 'phone', 'address', 'worker'] as const).map((head) => (
          <View key={head} className={`registry__cell registry__cell--${head}`}>
            {words.head[head]}
          </View>
        ))}
      </View>
      {households.map((household) => {
        const ticked = chosen.includes(household.id);
        const live = household.ended === undefined;
        return (
          <View
            key={household.id}
            className={`registry__line${ticked ? ' registry__line--ticked' : ''}${live ? ' registry__line--live' : ''}`}
            hoverClass={live ? 'y-pressed' : 'none'}
            onClick={live ? () => onToggle(household) : undefined}
            {...(live ? { 'aria-checked': ticked, ...spoken('checkbox', household.head) } : {})}
          >
            <View className="registry__cell registry__cell--tick">
              {live && <View className={`registry__tick${ticked ? ' registry__tick--on' : ''}`} />}
            </View>
            <View className="registry__cell registry__cell--head y-strong">{household.head}</View>
            <View className="registry__cell registry__cell--members">{household.members}</View>
            <View className="registry__cell registry__cell--phone">{household.phone ?? ''}</View>
            <View className="registry__cell registry__cell--address">{household.address}</View>
            <View className="registry__cell registry__cell--worker">
              <Holder household={household} />
            </View>
          </View>
        );
      })}
    </View>
  );
}

function Holder({ household: { ended, worker, cover } }: { household: HouseholdLine }) {
  const words = useRegistryWords().registry.households;
  if (ended) return <Tag>{words.ended[ended]}</Tag>;
  if (!worker) return <Tag tone="due">{words.noWorker}</Tag>;
  return <>{cover ? `${worker.name}（${words.cover(cover.name)}）` : worker.name}</>;
}
