import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function AwardsPage() {
  return <Screen title={useWords().home.tools.awards}>{null}</Screen>;
}
