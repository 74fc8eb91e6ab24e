import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function RollPage() {
  return <Screen title={useWords().home.tools.roll}>{null}</Screen>;
}
