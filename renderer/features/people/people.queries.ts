import { client, useDo, useRead } from '../../api/client';

export const useStaff = () => useRead(client.people.staff, {});
export const useDepartments = () => useRead(client.people.departments, {});
export const usePermissions = () => useRead(client.people.permissions, {});
export const useEngage = () => useDo(client.people.engage);
export const useChange = () => useDo(client.people.change);
export const useAddDepartment = () => useDo(client.people.addDepartment);
export const useResetPassword = () => useDo(client.people.resetPassword);
export const useAllow = () => useDo(client.people.allow);
export const useHeld = (staffId: number) => useRead(client.staffHandover.held, { staffId });
