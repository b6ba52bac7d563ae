"""Start-up with the modules that programs of this kind import."""
import argparse
import collections
import datetime
import functools
import itertools
import json
import logging
import math
import multiprocessing
import os
import queue
import random
import re
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, Pool, Process, Queue, Value

if __name__ == "__main__":
    used = [argparse, collections, datetime, functools, itertools, json, logging, math, multiprocessing, os, queue]
    used += [random, re, sys, threading, time, ProcessPoolExecutor, Manager, Pool, Process, Queue, Value]
    print(len(used))
