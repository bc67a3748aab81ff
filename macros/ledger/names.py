"""Names of services, features and options that choices offer, each with the ways in which it is written.

A name that is mostly right where it is offered gives keys away, and one that is never right rules choices out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "A2I": ("A2I", "Augmented AI"),
    "asynchronous inference": ("asynchronous inference", "asynchronous endpoint", "asynchronous"),
    "Athena": ("Athena",),
    "automatic model tuning": ("automatic model tuning", "AMT"),
    "Autopilot": ("Autopilot", "AutoML"),
    "batch transform": ("batch transform",),
    "Bedrock": ("Bedrock",),
    "built-in algorithm": ("built-in algorithm", "built-in"),
    "Canvas": ("Canvas",),
    "Clarify": ("Clarify",),
    "CloudWatch": ("CloudWatch",),
    "Data Wrangler": ("Data Wrangler",),
    "Debugger": ("Debugger",),
    "EC2": ("EC2",),
    "ECR": ("ECR",),
    "ECS": ("ECS",),
    "EKS": ("EKS",),
    "EMR": ("EMR Serverless", "EMR"),
    "EventBridge": ("EventBridge",),
    "Evidently": ("Evidently",),
    "Experiments": ("SageMaker Experiments", "Experiments Classic"),
    "Feature Store": ("Feature Store", "online store", "offline store"),
    "Glue": ("Glue",),
    "Ground Truth": ("Ground Truth",),
    "Hyperband": ("Hyperband",),
    "HyperPod": ("HyperPod",),
    "inference components": ("inference component",),
    "inference pipeline": ("inference pipeline",),
    "JumpStart": ("JumpStart",),
    "JupyterLab": ("JupyterLab",),
    "Kinesis": ("Kinesis",),
    "Lambda": ("Lambda",),
    "MLflow": ("MLflow",),
    "Model Monitor": ("Model Monitor",),
    "Model Registry": ("Model Registry",),
    "multi-container endpoint": ("multi-container endpoint", "multi-container"),
    "multi-model endpoint": ("multi-model endpoint", "multi-model"),
    "Pipelines": ("SageMaker Pipelines",),
    "Processing job": ("Processing job",),
    "production variants": ("production variant",),
    "provisioned concurrency": ("provisioned concurrency",),
    "real-time inference": ("real-time inference", "real-time endpoint", "real-time"),
    "Redshift": ("Redshift",),
    "S3": ("S3",),
    "script mode": ("script mode",),
    "serverless inference": ("serverless inference", "serverless endpoint"),
    "SNS": ("SNS",),
    "Spot": ("Spot",),
    "Step Functions": ("Step Functions",),
    "Studio Classic": ("Studio Classic",),
    "training job": ("training job",),
    "warm pool": ("warm pool",),
}
_WAYS = {way.casefold(): name for name, ways in NAMES.items() for way in ways}
_ANY = re.compile(
    rf"(?<![\w-])({'|'.join(map(re.escape, sorted(_WAYS, key=len, reverse=True)))})s?(?![\w-])", re.IGNORECASE
)


def named_in(text: str) -> frozenset[str]:
    """Names that a text holds, whichever way they are written."""
    return frozenset(_WAYS[found[1].casefold()] for found in _ANY.finditer(text))
