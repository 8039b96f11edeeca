-- rows: corrections have permissions of their own; whoever could correct before still may, and so may executives
INSERT INTO permission (position, permission)
SELECT position, 'client.correct' FROM permission WHERE permission = 'client.register'
UNION SELECT value, 'client.correct' FROM json_each('["chairman", "generalManager", "deputyManager", "departmentHead"]')
WHERE EXISTS (SELECT 1 FROM company);
INSERT INTO permission (position, permission)
SELECT position, 'project.correct' FROM permission WHERE permission = 'project.register'
UNION SELECT value, 'project.correct' FROM json_each('["chairman", "generalManager", "deputyManager"]')
WHERE EXISTS (SELECT 1 FROM company);
