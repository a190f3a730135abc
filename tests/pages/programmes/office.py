"""Asks LibreOffice to accept or reject all changes of a file, as a person would."""

import shutil
import subprocess

SOFFICE = shutil.which("lowriter") and shutil.which("soffice")
NO_OFFICE = "LibreOffice Writer is not on this machine"

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
  "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library"
  library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"""
CHANGES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
  "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script"
  script:name="Changes" script:language="StarBasic">
Sub Settle(source, target, command)
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  frame = document.CurrentController.Frame
  dispatcher.executeDispatch(frame, ".uno:" &amp; command, "", 0, none())
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, word())
  document.close(True)
  Exit Sub
Failed:
  file = FreeFile
  Open target &amp; ".error" For Output As #file
  Print #file, Erl, Error
  Close #file
End Sub
</script:module>
"""


class Office:
    """LibreOffice with a profile of its own, below a folder."""

    def __init__(self, folder):
        self.folder = folder
        self._run("--terminate_after_init")  # which makes the profile
        basic = folder / "profile" / "user" / "basic" / "Standard"
        (basic / "script.xlb").write_text(LIBRARY)
        (basic / "Changes.xba").write_text(CHANGES)

    def accepted(self, content):
        """Return the file with all changes accepted."""
        return self._settled(content, "AcceptAllTrackedChanges")

    def rejected(self, content):
        """Return the file with all changes rejected."""
        return self._settled(content, "RejectAllTrackedChanges")

    def _settled(self, content, command):
        source, target = self.folder / "source.docx", self.folder / f"{command}.docx"
        source.write_bytes(content)
        arguments = ",".join((source.as_uri(), target.as_uri(), command))
        self._run(f"macro:///Standard.Changes.Settle({arguments})")
        return target.read_bytes()

    def _run(self, *arguments):
        profile = (self.folder / "profile").as_uri()
        start = [SOFFICE, "--headless", f"-env:UserInstallation={profile}"]
        subprocess.run(  # noqa: S603 - our own file
            [*start, *arguments], check=True, timeout=60, capture_output=True
        )
