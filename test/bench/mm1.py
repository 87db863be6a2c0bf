"""M/M/1 at load 0.8 as one writes it with SimPy. Prints, as JSON, SimPy's version and the seconds that a run takes.

python3 mm1.py CUSTOMERS
"""

import json
import random
import sys
import time

import simpy

SERVICE = 10.0
LOAD = 0.8


def customer(env, server):
    with server.request() as request:
        yield request
        yield env.timeout(random.expovariate(1 / SERVICE))


def source(env, server, customers):
    for _ in range(customers):
        yield env.timeout(random.expovariate(LOAD / SERVICE))
        env.process(customer(env, server))


def run(customers):
    random.seed(1)
    env = simpy.Environment()
    env.process(source(env, simpy.Resource(env), customers))
    start = time.perf_counter()
    env.run()
    return time.perf_counter() - start


customers = int(sys.argv[1])
print(json.dumps({"version": simpy.__version__, "seconds": min(run(customers) for _ in range(3))}))
