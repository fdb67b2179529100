"""Draft documents of the congress, their versions, and passages with permanent ids.

Terms: văn kiện (document), dự thảo lần n (draft version n), đề mục (heading), đoạn (paragraph). A *passage* belongs to
the document and lives on from version to version; its text and place belong to one version.
"""
