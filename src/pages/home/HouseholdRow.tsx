import { View } from '@tarojs/components';
import type { HouseholdCard } from '../../../domain/contract/views';
import { PhoneButton, Reasons } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';

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
        {unsent ? (
          <View className="home__unsent">{words.outbox.unsent}</View>
        ) : (
          <Reasons household={household} />
        )}
      </View>
      {phone !== undefined && <PhoneButton phone={phone} name={head} />}
    </View>
  );
}
