"""Short notes of every format, written by hand."""

import json

import pytest

MARKDOWN = """\
---
tags: [torch]
---
# Tensors

Made from *lists*, with $y = x^2$.

```python
import torch
x = torch.tensor([1., 2.])
print(x * 2)  # Output: tensor([2., 4.])
```

```
tensor([2., 4.])
```

1. In a list:
   ```python
   y = x.sum()
   ```
   and on.

## Ordered values

```Python
z = torch.arrange(3)
print(z)  # tensor([0, 1, 2])
```

## What is a leaf?

## Strides
They say how far to step. **???**
"""

OBSIDIAN = """\
# Page about [[PyTorch|torch]]

>[!note]- Dataset
>Overwrite `__len__`
>```Python
>class Mine(Dataset):
>\tdef __init__(self):
>\t\tself.data = [1]
>\t
>\tdef __len__(self):
>\t\treturn 3 if 1 > 0 else 0
>```
>- see ==this==
>
>>[!question]- Why eval()?
>>Sources: [forum](https://example.org)
>
>^Dataset

![[graph.png]]
"""

TRANSCRIPT = """\
# A chat

### **You:**

y = x.min()
why is it no pair?

### **ChatGPT:**

### Method 1

```python
import torch
print(torch.tensor([3., 1.]).min())
```

### **You:**

thanks

### **ChatGPT:**

You're welcome.
"""

NOTEBOOK = json.dumps(
    {
        "nbformat": 4,
        "cells": [
            {"cell_type": "markdown", "source": ["# Notebook\n", "Some *words*."]},
            {
                "cell_type": "code",
                "source": "%matplotlib inline\nimport torch\ntorch.ones(2)",
                "outputs": [{"data": {"text/plain": ["tensor([1., 1.])"]}}],
            },
            {"cell_type": "code", "source": ["a = torch.zeros(2)\n", "a"], "outputs": [{"text": "x\n"}]},
        ],
    }
)

GALLERY = '''\
"""
Autograd
========

With :func:`~torch.sin` and :math:`x^2`.
"""
import torch

##########
# Not a separator: too short.
x = torch.ones(2)

####################################
# Gradients
# ---------
# Call ``backward``.

x.requires_grad_()
x.sum().backward()

# %% A title
# Last words.
print(x.grad)
'''

SAMPLES = {
    "Markdown": MARKDOWN,
    "Obsidian": OBSIDIAN,
    "ChatGPT transcript": TRANSCRIPT,
    "notebook": NOTEBOOK,
    "sphinx-gallery": GALLERY,
}


@pytest.fixture(scope="session")
def samples():
    """Format -> notes."""
    return SAMPLES
