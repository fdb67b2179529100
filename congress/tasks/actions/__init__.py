"""What people do with tasks, their template, the dossier for appraisal and the cells' own congresses."""
