import { View } from '@tarojs/components';
import { useRef } from 'react';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Button, PhoneButton, Sheet } from '../../components';
import { useWords } from '../../i18n';
import { openReport } from '../../routes';

interface Props {
  household: HouseholdCard | undefined;
  onClose(): void;
}

/** One household closer: call it, or report a problem for it. */
export function HouseholdSheet({ household, onClose }: Props) {
  const words = useWords();
  // The words stay while the sheet slides away.
  const last = useRef(household);
  if (household) last.current = household;
  const shown = last.current;
  if (shown === undefined) return null;
  const report = () => {
    onClose();
    openReport(shown);
  };
  return (
    <Sheet
      open={household !== undefined}
      onClose={onClose}
      title={shown.head}
      action={
        <Button id="behalf" onTap={report}>
          {words.home.household.behalf}
        </Button>
      }
    >
      <View>
        <View>{shown.address}</View>
        <View className="home__note">{words.home.household.people(shown.members)}</View>
      </View>
      {shown.phone !== undefined && (
        <PhoneButton phone={shown.phone} name={shown.head}>
          {`${words.home.call} ${shown.phone}`}
        </PhoneButton>
      )}
    </Sheet>
  );
}
