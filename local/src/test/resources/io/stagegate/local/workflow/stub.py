#!/usr/bin/env python3
"""Stands in for every function of a state machine.

The script of a path names for each task what its calls answer, one after the other; the last
answer is given again. An answer {"throw": NAME} fails under that name, {"resume": OUTPUT} lets the
workflow go on with its task token. The task "calls" answers which tasks a project's execution called.
"""

import fcntl
import json
import os
import tempfile
import urllib.request

RUNTIME = "http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/runtime/invocation/"

SCRIPTS = json.loads("""@SCRIPTS@""")


class Failure(Exception):
    """Fails under a name of its own, as a Java function does under its exception's class."""


def handler(event):
    change = event.get("change") or event
    log = os.path.join(tempfile.gettempdir(), change["project"] + "-calls")
    if event.get("task") == "calls":
        with open(log) as file:
            return file.read().split()
    task = event.get("task") or ("ask" if "token" in event else "package")
    with open(log, "a") as file:
        file.write(task + "\n")
    answers = SCRIPTS[change["project"]].get(task)
    if answers is None:
        raise KeyError("no answer for " + task + " in " + change["project"])
    answer = answers[min(count(change["project"] + "-" + task), len(answers) - 1)]
    if "throw" in answer:
        raise Failure(answer["throw"])
    if "resume" in answer:
        resume(event["token"], answer["resume"])
        return {}
    return answer


def count(name):
    """How often it was asked before; several workers may answer at the same time."""
    with open(os.path.join(tempfile.gettempdir(), name), "a+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        before = len(file.read())
        file.write(".")
        return before


def resume(token, output):
    request = urllib.request.Request(
        os.environ["ENDPOINT"],
        data=json.dumps({"taskToken": token, "output": json.dumps(output)}).encode(),
        headers={
            "Content-Type": "application/x-amz-json-1.0",
            "X-Amz-Target": "AWSStepFunctions.SendTaskSuccess",
            "Authorization": "AWS4-HMAC-SHA256 Credential=test/20260101/"
            + os.environ["REGION"]
            + "/states/aws4_request, SignedHeaders=host, Signature=0",
        },
    )
    urllib.request.urlopen(request).read()


def post(path, document):
    urllib.request.urlopen(
        urllib.request.Request(RUNTIME + path, data=json.dumps(document).encode())
    ).read()


while True:
    with urllib.request.urlopen(RUNTIME + "next") as invocation:
        request = invocation.headers["Lambda-Runtime-Aws-Request-Id"]
        event = json.load(invocation)
    try:
        post(request + "/response", handler(event))
    except Failure as failure:
        error = {"errorType": str(failure), "errorMessage": "on purpose"}
        post(request + "/error", error)
