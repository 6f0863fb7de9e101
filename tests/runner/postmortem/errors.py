"""The commonest errors as learners write them: what leads up to it, the failing line, what must be said.

Each row: code with the learner's own names, the lesson, and words the explanation must hold.
"""

# ruff: noqa: E501
NET = """class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(784, 64)
        self.fc2 = nn.Linear({}, 10)
    def forward(self, pictures):
        hidden = self.fc1(pictures).relu()
        return self.fc2(hidden)
net = Net()
"""
ROWS = [
    # shapes
    ("scores = torch.rand(3, 4)\nweights = torch.rand(3, 4)\nout = scores @ weights", "matrix-products", ["scores @ weights.T is (3×4) @ (4×3)", "scores [3, 4] float32"]),
    ("a = torch.rand(5, 2)\nb = torch.rand(5, 3)\nprint(a @ b)", "matrix-products", ["a.T @ b is (2×5) @ (5×3)"]),
    ("images = torch.rand(32, 1, 28, 28)\nlayer = nn.Linear(784, 10)\nlogits = layer(images)", "linear-sequential", ["takes 784 features", "images [32, 1, 28, 28] float32"]),
    ("net = nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(32, 10))\nbatch = torch.rand(16, 784)\nlogits = net(batch)", "linear-sequential", ["net[2] = Linear(in_features=32, out_features=10", "its input [16, 64]"]),
    (NET.format(32) + "digits = torch.rand(8, 784)\nout = net(digits)", "linear-sequential", ["hidden [8, 64]", "self.fc2 = Linear(in_features=32"]),
    ("matrix = torch.rand(3, 4)\nvector = torch.rand(3)\nmatrix @ vector", "matrix-products", ["vector of 4 elements; this one has 3", "vector [3]"]),
    ("queries = torch.rand(2, 3, 4)\nkeys = torch.rand(2, 5, 4)\ntorch.bmm(queries, keys)", "matrix-products", ["2 matrices of 4 rows", "keys [2, 5, 4]"]),
    ("u = torch.rand(3)\nv = torch.rand(4)\ntorch.dot(u, v)", "matrix-products", ["3 and 4", "u [3] float32; v [4] float32"]),
    ("pred = torch.rand(8, 4)\ntarget = torch.rand(8, 3)\nerror = pred - target", "broadcasting", ["pred has 4 and target has 3"]),
    ("prices = torch.rand(8, 4)\nmeans = prices.mean(1)\ncentred = prices - means", "broadcasting", ["prices has 4 and means has 8", "means[:, None]"]),
    ("total = torch.zeros(3)\nbatch = torch.ones(2, 3)\ntotal += batch", "broadcasting", ["total = total + …", "batch [2, 3]"]),
    ("table = torch.zeros(3, 3)\nrow = torch.ones(4)\ntable[0] = row", "broadcasting", ["row of shape [4]", "table [3, 3]"]),
    ("flat = torch.arange(12)\ngrid = flat.view(5, 3)", "shapes", ["flat has 12 elements and [5, 3] would hold 15"]),
    ("flat = torch.arange(12)\ngrid = flat.reshape(5, -1)", "shapes", ["12 elements of flat", "5 does not divide 12"]),
    ("m = torch.rand(3, 4)\nturned = m.t()\nturned.view(12)", "strides", ["memory of turned", "turned.reshape(…)"]),
    ("video = torch.rand(2, 3)\nvideo.permute(0, 2, 1)", "strides", ["video has 2", "3 were given"]),
    ("first = torch.zeros(2, 3)\nsecond = torch.zeros(2, 4)\nboth = torch.cat([first, second])", "joining", ["number 1 (from 0) has 4", "second [2, 4]"]),
    ("rows = torch.zeros(2, 3)\none = torch.zeros(3)\ntorch.cat([rows, one])", "joining", ["2 and 1", "one [3]"]),
    ("short = torch.zeros(2)\nlong = torch.zeros(3)\nboth = torch.stack([short, long])", "joining", ["entry 1 is [3]", "short [2]"]),
    ("x = torch.rand(2, 3)\nx.sum(dim=2)", "shapes", ["no dimension 2", "x.shape"]),
    # indexing and numbers
    ("letters = torch.arange(5)\nletters[7]", "indexing", ["Dimension 0 of letters has 5", "7 is beyond"]),
    ("letters = torch.arange(5)\nletters[0, 1]", "indexing", ["letters has 1 dimensions"]),
    ("data = torch.arange(5)\npicks = torch.tensor([0., 2.])\ndata[picks]", "indexing", ["picks.long()"]),
    ("data = torch.arange(5)\nkeep = torch.tensor([True, False, True])\ndata[keep]", "masks", ["the mask is [3], data [5]"]),
    ("loss = torch.tensor(3.)\nloss[0]", "shapes", ["loss is a single number", "loss.item()"]),
    ("losses = torch.rand(4)\nprint(losses.item())", "reductions", ["losses.mean()", "losses [4]"]),
    ("ages = torch.tensor([1, 2])\nif ages > 1:\n    print('old')", "masks", [".any()", "ages [2] int64"]),
    ("counts = torch.arange(4)\ncounts.mean()", "reductions", ["counts.float().mean()"]),
    ("logits = torch.rand(4, 3)\nlabels = torch.tensor([0, 1, 2, 0])\nlogits.gather(1, labels)", "sort-gather-scatter", ["labels [4] int64"]),
    ("rows = [[1, 2], [3]]\nt = torch.tensor(rows)", "making-tensors", ["2 and 1"]),
    # types
    ("x = torch.rand(2, 2)\ncounts = torch.ones(2, 2, dtype=torch.int64)\nx @ counts", "making-tensors", ["counts.float()"]),
    ("import numpy as np\nlayer = nn.Linear(2, 1)\npoints = torch.from_numpy(np.ones((3, 2)))\nlayer(points)", "making-tensors", ["points.float()", "points [3, 2] float64"]),
    ("conv = nn.Conv2d(1, 4, 3)\nphoto = torch.zeros(1, 1, 8, 8, dtype=torch.uint8)\nconv(photo)", "making-tensors", ["photo.float() / 255"]),
    ("steps = torch.arange(4)\nsteps += 0.5", "in-place", ["steps = steps.float()"]),
    ("w = torch.tensor([1, 2], requires_grad=True)", "gradients", ["1. instead of 1"]),
    ("names = ['a', 'b']\nt = torch.tensor(names)", "text", ["{word: index}"]),
    # autograd
    ("x = torch.rand(3)\nloss = (x ** 2).sum()\nloss.backward()", "gradients", ["Nothing connects loss", "loss [] float32"]),
    (
        "x = torch.rand(3, requires_grad=True)\n(a,) = torch.autograd.grad((x * x).sum(), x, create_graph=True)\n"
        "(b,) = torch.autograd.grad(a.sum(), x, create_graph=True)\ntorch.autograd.grad(b.sum(), x)",
        "gradients",
        ["Or is it constant", "x**2 keeps a graph"],
    ),
    ("x = torch.rand(3, requires_grad=True)\ny = x * 2\ny.backward()", "gradients", ["y has several", "torch.ones_like(y)"]),
    ("x = torch.rand(3, requires_grad=True)\nloss = (x * x).sum()\nloss.backward()\nloss.backward()", "graph", ["Compute loss anew"]),
    ("w = torch.rand(3, requires_grad=True)\nw -= 0.1", "in-place", ["w is a leaf that requires grad", "torch.no_grad()"]),
    ("w = torch.rand(3, requires_grad=True)\nh = w.exp()\nh += 1\nh.sum().backward()", "in-place", ["h +=", "the output of Exp, of shape [3]"]),
    ("w = torch.ones(3)\nw.grad.zero_()", "gradients", ["w.grad is None"]),
    ("w = torch.rand(3, requires_grad=True)\nplot = w.numpy()", "numpy-bridge", ["w.detach().numpy()"]),
    ("a = torch.rand(2, requires_grad=True)\nb = torch.rand(2, requires_grad=True)\nloss = a.sum()\ntorch.autograd.grad(loss, b)", "autograd-grad", ["allow_unused", "b [2] float32 ∇ leaf"]),
    ("w = torch.rand(2, requires_grad=True)\nh = w * 2\nh.requires_grad = False", "switching-off", ["h is a result"]),
    # losses
    ("logits = torch.rand(4, 3)\nlabels = torch.zeros(4)\nloss = F.cross_entropy(logits, labels)", "cross-entropy", ["labels.long()"]),
    ("logits = torch.rand(4, 3)\nlabels = torch.tensor([0, 1, 2, 3])\nloss = F.cross_entropy(logits, labels)", "cross-entropy", ["class 3 in labels", "labels [4] int64 from 0 to 3"]),
    ("criterion = nn.CrossEntropyLoss()\nlogits = torch.rand(4, 3)\nlabels = torch.zeros(5).long()\nloss = criterion(logits, labels)", "cross-entropy", ["logits has 4 examples and labels has 5"]),
    ("logits = torch.rand(4, 3)\nlabels = torch.zeros(4, 1).long()\nF.cross_entropy(logits, labels)", "cross-entropy", ["labels.squeeze(1)"]),
    ("prob = torch.tensor([1.5])\ntruth = torch.ones(1)\nF.binary_cross_entropy(prob, truth)", "binary-cross-entropy", ["with_logits", "prob [1]"]),
    ("logits = torch.rand(4, 1)\ntruth = torch.zeros(4)\nF.binary_cross_entropy_with_logits(logits, truth)", "binary-cross-entropy", ["logits.squeeze(1), or truth[:, None]"]),
    ("guess = torch.ones(2)\ntruth = torch.ones(2)\nloss = nn.MSELoss(guess, truth)", "linear-sequential", ["nn.MSELoss()(prediction, target)", "guess [2]"]),
    # layers
    ("conv = nn.Conv2d(3, 8, 3)\nphotos = torch.rand(2, 28, 28, 3)\nconv(photos)", "convolution", ["photos [2, 28, 28, 3] has 28"]),
    ("conv = nn.Conv2d(1, 8, 5)\nphoto = torch.rand(1, 1, 3, 3)\nconv(photo)", "convolution", ["(3 x 3)", "photo [1, 1, 3, 3]"]),
    ("norm = nn.BatchNorm1d(4)\none = torch.rand(1, 4)\nnorm(one)", "train-and-eval", ["net.eval()", "one [1, 4]"]),
    ("rnn = nn.LSTM(4, 5)\nsequence = torch.rand(2, 3, 6)\nrnn(sequence)", "rnn", ["4 features per step and got 6", "sequence [2, 3, 6]"]),
    ("emb = nn.Embedding(10, 3)\nwords = torch.tensor([1, 11])\nemb(words)", "text", ["words.max()", "words [2] int64 from 1 to 11"]),
    ("emb = nn.Embedding(10, 3)\nwords = torch.tensor([1., 2.])\nemb(words)", "text", ["words.long()"]),
    ("class Mine(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(2, 2)\nMine()", "modules", ["super().__init__()"]),
    ("class Mine(nn.Module):\n    def forwrad(self, x):\n        return x\nnet = Mine()\nx = torch.ones(2)\nnet(x)", "modules", ["Mine defines no forward", "x [2]"]),
    ("layers = [nn.Linear(2, 2)]\nclass Mine(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.layers = layers\nnet = Mine()\nopt = torch.optim.SGD(net.parameters(), lr=0.1)", "parameters-buffers", ["nn.ModuleList"]),
    ("saved = nn.Linear(4, 2).state_dict()\nnet = nn.Linear(3, 2)\nnet.load_state_dict(saved)", "saving", ["weight is [2, 4]", "net = Linear(in_features=3"]),
    # devices
    ("device = 'cuda'\nx = torch.rand(2).to(device)", "devices", ["torch.cuda.is_available()"]),
    ("far = torch.ones(2, device='meta')\nnear = torch.ones(2)\nfar + near", "devices", [".to(", "far [2] float32 meta"]),
    ("n = 10 ** 12\nbig = torch.zeros(n)", "broadcasting", ["4000000000000 bytes"]),
    # Python
    ("x = torch.arrange(4)", "start-here", ["Did you mean torch.arange?"]),
    ("scores = torch.rand(3)\nprint(scoers)", "start-here", ["Did you mean scores?"]),
    ("x = np.ones(3)", "start-here", ["`import numpy as np`"]),
    ("import nunpy", "start-here", ["Did you mean import numpy?"]),
    ("import pandas_", "start-here", ["pandas_ is not installed"]),
    ("temps = torch.rand(3)\ntemps.men()", "numpy-bridge", ["Did you mean temps.mean?"]),
    ("net = nn.Linear(2, 2)\nopt = torch.optim.SGD(net.paramters(), lr=0.1)", "modules", ["Did you mean parameters"]),
    ("x = torch.rand(3\nprint(x)", "", ["bracket"]),
    ("for i in range(3)\n    print(i)", "", ["colon"]),
    ("for i in range(3):\nprint(i)", "", ["indented alike"]),
    ("losses = [1.0, 2.0]\nlosses[2]", "indexing", ["The list is shorter", "losses = [1.0, 2.0]"]),
    ("config = {'lr': 0.1}\nconfig['rate']", "parameters-buffers", ["no key 'rate'", "config = {'lr': 0.1}"]),
    ("values = torch.rand(3)\na, b = values", "indexing", ["2 names", "values [3]"]),
    ("def step(w, lr):\n    return w - lr\nstep(torch.ones(2))", "", ["'lr'"]),
    ("nn.Linear(2, 2, bais=False)", "", ["no argument called bais"]),
    ("text = '3'\ntext + 4", "", ["cannot be added", "text = '3'"]),
    ("batches = []\nmean = 1.0 / len(batches)", "", ["divided by 0"]),
]  # fmt: skip
