import { View } from '@tarojs/components';
import { useRef } from 'react';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Button, PhoneButton, Reasons, Sheet } from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { openHousehold, openReport, openSheet } from '../../routes';

interface Props {
  household: HouseholdCard | undefined;
  onClose(): void;
}

/** One household closer: call it, record a contact, report for it, or look at everything about it. */
export function HouseholdSheet({ household, onClose }: Props) {
  const words = useWords().home;
  // The words stay while the sheet slides away.
  const last = useRef(household);
  if (household) last.current = household;
  const shown = last.current;
  if (shown === undefined) return null;
  const leave = (go: () => void) => () => {
    onClose();
    go();
  };
  const links = [
    { id: 'behalf', text: words.household.behalf, go: () => openReport(shown) },
    { id: 'history', text: words.household.more, go: () => openHousehold(shown.id) },
  ];
  return (
    <Sheet
      open={household !== undefined}
      onClose={onClose}
      title={shown.head}
      action={
        <Button id="record-one" onTap={leave(() => openSheet(shown.id))}>
          {words.household.record}
        </Button>
      }
    >
      <View>
        <View>{shown.address}</View>
        {shown.winter !== undefined && <View>{words.household.winter(shown.winter)}</View>}
        <View className="home__note">{words.household.people(shown.members)}</View>
        <Reasons household={shown} />
      </View>
      {shown.phone !== undefined && (
        <PhoneButton phone={shown.phone} name={shown.head}>
          {`${words.call} ${shown.phone}`}
        </PhoneButton>
      )}
      <View>
        {links.map(({ id, text, go }) => (
          <View
            key={id}
            id={id}
            className="home__go"
            hoverClass="y-pressed"
            onClick={leave(go)}
            {...spoken('button')}
          >
            {text}
          </View>
        ))}
      </View>
    </Sheet>
  );
}
