import './clients.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClientRow } from '../../../shared/api/client.contract';
import { useRows } from '../../ui/use-rows';

export function ClientTable({ rows }: { rows: ClientRow[] }) {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const row = useRows((index) => {
    const chosen = rows[index];
    if (chosen) void navigate(`/clients/${chosen.id}`);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--name')}</th>
          <th>{t('label--kind')}</th>
          <th>{t('label--codeOrId')}</th>
          <th>{t('label--legalRepresentative')}</th>
          <th>{t('label--phone')}</th>
          <th>{t('label--owner')}</th>
          <th className="n">{t('label--projectCount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((client, index) => (
          <tr key={client.id} {...row(index)}>
            <td>{client.name}</td>
            <td>{t(`kind--${client.kind}`)}</td>
            <td>{client.code}</td>
            <td>{client.legalRepresentative}</td>
            <td>{client.phone}</td>
            <td>{client.owner}</td>
            <td className="n">{client.projects}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
