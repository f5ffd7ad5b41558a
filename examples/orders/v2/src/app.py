"""Takes orders over HTTP: GET says which version answers, POST puts an order on the queue."""

import json
import os


def handler(event, context):
    http = event["requestContext"]["http"]
    if http["method"] == "POST":
        return answer(202, {"accepted": enqueue(event.get("body") or "{}")})
    return answer(200, {"service": "orders", "version": os.environ["VERSION"]})


def enqueue(body):
    import boto3  # part of Lambda's Python runtime; loaded only when an order comes

    queue = boto3.client("sqs")
    return queue.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody=body)["MessageId"]


def answer(status, body):
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body),
    }
