"""Runs the emulator as a child process that ends when its parent does.

The parent holds the other end of standard input; when the parent is gone, however it
went, the pipe closes and this process ends itself as if it had been asked to.
"""

import os
import runpy
import signal
import sys
import threading


def end_with_parent():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


# Python would show this file's folder first on the path of the functions it runs.
sys.path.pop(0)
sys.argv = ["ministack"]
threading.Thread(target=end_with_parent, daemon=True).start()
runpy.run_module("ministack", run_name="__main__", alter_sys=True)
