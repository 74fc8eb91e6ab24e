import { View } from '@tarojs/components';
import type { HouseholdCard } from '../../../domain/contract/views';
import { PhoneButton } from '../../components';
import { spoken } from '../../components/a11y';
import { type Dictionary, useWords } from '../../i18n';

interface Props {
  household: HouseholdCard;
  /** Contacted, and only this phone knows. */
  unsent: boolean;
  onOpen(household: HouseholdCard): void;
}

/** Who, where, and why them first; the phone is one tap away. */
export function HouseholdRow({ household, unsent, onOpen }: Props) {
  const words = useWords();
  const { head, address, phone, standing } = household;
  return (
    <View
      id={`household-${household.id}`}
      className="home__row"
      hoverClass="y-pressed"
      onClick={() => onOpen(household)}
      {...spoken('button', head)}
    >
      <View className={`home__cell home__cell--${unsent ? 'unsent' : standing.state}`} />
      <View className="home__text">
        <View className="home__name">{head}</View>
        <View className="home__note">{address}</View>
        <View className={`home__why home__why--${standing.state}`}>
          {(unsent ? [words.outbox.unsent] : whyWords(standing, words)).join(' · ')}
        </View>
      </View>
      {phone !== undefined && <PhoneButton phone={phone} name={head} />}
    </View>
  );
}

function whyWords(standing: HouseholdCard['standing'], { home: { why } }: Dictionary): string[] {
  if (standing.state === 'met') return [why.met];
  const contact =
    standing.state === 'reached'
      ? why.reached
      : standing.daysSince === null
        ? why.never
        : why.days(standing.daysSince);
  return standing.metThisMonth ? [contact] : [contact, why.notMet];
}
