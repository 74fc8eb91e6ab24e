import { View } from '@tarojs/components';
import { EMERGENCY_CALLS, type EmergencyCall } from '../../../domain/problem/emergency';
import { Card, PhoneButton } from '../../components';
import { useSaid, useWords } from '../../i18n';

/** Danger to life is not for an app: the call comes first, before anything is sent. */
export function Emergency({ calls }: { calls: EmergencyCall[] }) {
  const { danger, dangerHint, call } = useWords().report;
  const said = useSaid();
  if (calls.length === 0) return null;
  return (
    <Card id="emergency" title={danger} tone="danger">
      <View className="report__calls">
        {calls.map((phone) => (
          <PhoneButton key={phone} phone={phone} name={said(EMERGENCY_CALLS[phone])} tone="red">
            {call(said(EMERGENCY_CALLS[phone]), phone)}
          </PhoneButton>
        ))}
      </View>
      <View className="report__hint">{dangerHint}</View>
    </Card>
  );
}
