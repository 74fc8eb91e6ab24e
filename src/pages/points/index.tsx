import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function PointsPage() {
  return <Screen title={useWords().home.tools.points}>{null}</Screen>;
}
