"""An app for people without Python: `deskstate bundle app.py`.

No Qt, except in `frozen` and `trial`, the program inside of a bundle, and in `icons`. One build, in order:

    settings    what the project says about its bundle
    sources     the script, the modules of its own that it imports, and what these import
    files       the data that they name
    plan        all of it, checked: what goes where
    building    PyInstaller, in a folder of its own; `contents` says what it leaves out,
                `notices` under which licences the rest is
    check       the program is started, drawn, clicked once and closed
    sizes       what it weighs
    installer   a .deb of it, or what Briefcase makes an MSI or a DMG of
"""
