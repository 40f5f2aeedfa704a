"""Warms the backbone up on shop pictures: two passes teach it what garments are before it meets the closet.

    python3 training/warmup.py --data ../shared/data --out warm.pt
"""
import argparse
import math
import time

import torch

import augment
import products
from backbone import Backbone, calibrate
from reader import Average, Reader, loss_of

WEIGHT = {"articleType": 1.0, "baseColour": 0.4, "gender": 0.3, "usage": 0.2}


def warm_up(options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    generator = torch.Generator().manual_seed(options.seed)
    pictures, truth, vocabulary = products.load(options.data, options.side)
    network = Reader(Backbone(options.backbone), vocabulary)
    calibrate(network.backbone, augment.normalise(pictures[:256]))
    network = network.to(memory_format=torch.channels_last)
    average = Average(network, 0.998)
    optimizer = torch.optim.AdamW(network.parameters(), lr=options.rate, weight_decay=0.02)
    batches = len(pictures) // options.batch
    total, step, started = batches * options.epochs, 0, time.time()
    for _ in range(options.epochs):
        network.train()
        order = torch.randperm(len(pictures), generator=generator)
        for b in range(batches):
            rate = options.rate * min((step + 1) / 200, 0.5 + 0.5 * math.cos(math.pi * step / total))
            for group in optimizer.param_groups:
                group["lr"] = rate
            chosen = order[b * options.batch:(b + 1) * options.batch]
            x = augment.distort(pictures[chosen], options.side, generator).to(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16, enabled=not options.float32):
                logits = network(x)
            loss = sum(WEIGHT[name] * loss_of(logits[name], truth[chosen, column], 0.05)
                       for column, name in enumerate(logits))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            average.update(network)
            step += 1
            if step % 200 == 0:
                right = (logits["articleType"].argmax(1) == truth[chosen, 0]).float().mean()
                print(f"{step}/{total} loss {loss.item():.3f} type {right:.2f} {time.time() - started:.0f} s", flush=True)
    torch.save({"backbone": average.network.backbone.state_dict(), "options": vars(options)}, options.out)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help="folder with products.tar and products.csv")
    parser.add_argument("--backbone", default="../shared/pretrained/mobilenet_edgetpu_1.0.npz")
    parser.add_argument("--out", default="warm.pt", help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--side", type=int, default=96)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--float32", action="store_true", help="no bfloat16, for processors without it")
    return parser.parse_args()


if __name__ == "__main__":
    warm_up(arguments())
