import './field.css';
import { Input } from 'antd';

interface FindFieldProps {
  /** What it looks in; stands in the empty field, too. */
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** Words that narrow the list under it. */
export const FindField = ({ label, value, onChange }: FindFieldProps) => (
  <Input
    allowClear
    className="find-field"
    value={value}
    aria-label={label}
    placeholder={label}
    onChange={(event) => onChange(event.target.value)}
  />
);
