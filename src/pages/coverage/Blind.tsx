import { View } from '@tarojs/components';
import type { BlindRow } from '../../../domain/contract/views';
import { Button, Choice, OfflineBadge, PhoneButton, StateView, Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { useCoverageWords } from '../../i18n/coverage';
import { openHousehold } from '../../routes';
import { useBlind } from './useBlind';

type Weeks = 0 | 2 | 4 | 8;
const WEEKS = ['0', '2', '4', '8'] as const;
const WEEKS_OF = { 0: 0, 2: 2, 4: 4, 8: 8 } as const;

interface Props {
  scope: { area?: string };
  weeks: Weeks;
  onWeeks(weeks: Weeks): void;
  /** May look into a household. */
  near: boolean;
}

/** Households nobody looks after or nobody reached for long: a list to act on, phone by phone. */
export function Blind({ scope, weeks, onWeeks, near }: Props) {
  const words = useCoverageWords().coverage;
  const { query, households, total, more, error } = useBlind({ ...scope, weeks });
  return (
    <>
      {query.error && query.data && query.asOf !== undefined && <OfflineBadge since={query.asOf} />}
      <View className="coverage__ask">{words.blindAsk}</View>
      <Choice
        label={words.blindAsk}
        options={WEEKS.map((value) => ({
          value,
          label: value === '0' ? words.blind.noWorker : words.blind.weeks(Number(value)),
        }))}
        value={`${weeks}`}
        onChange={(value) => onWeeks(WEEKS_OF[value])}
      />
      <StateView
        query={query}
        empty={query.data !== undefined && households.length === 0}
        emptyWords={words.blindNone}
        emptyHint={words.blindNoneHint}
      >
        {total !== undefined && <View className="y-note">{words.total(total)}</View>}
        <View className="coverage__cards">
          {households.map((household) => (
            <Household key={household.household} one={household} near={near} />
          ))}
        </View>
        {more && (
          <Button id="more" kind="quiet" onTap={more}>
            {words.more}
          </Button>
        )}
        {error !== undefined && <View className="y-wrong">{error}</View>}
      </StateView>
    </>
  );
}

function Household({ one, near }: { one: BlindRow; near: boolean }) {
  const words = useCoverageWords().coverage;
  const { head, address, area, phone, weeks, worker } = one;
  return (
    <View className="coverage__card">
      <View
        className={`coverage__title${near ? ' coverage__title--link' : ''}`}
        {...(near ? { onClick: () => openHousehold(one.household), ...spoken('button', head) } : {})}
      >
        {head}
      </View>
      <View className="y-note">{`${area.path} · ${address}`}</View>
      <Tag tone="due">{weeks === undefined ? words.neverKnown : words.weeksSilent(weeks)}</Tag>
      <View>{worker ? words.byWorker(worker.name) : words.noWorker}</View>
      <View className="coverage__actions">
        {phone !== undefined && (
          <PhoneButton phone={phone} name={head}>
            {words.callHousehold}
          </PhoneButton>
        )}
        {worker?.phone !== undefined && (
          <PhoneButton phone={worker.phone} name={worker.name}>
            {words.callWorker}
          </PhoneButton>
        )}
      </View>
    </View>
  );
}
