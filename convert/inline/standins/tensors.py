"""Stands for as much of torch as scenes use to read predictions: arrays of numpy with a few of its methods."""


class MadeUpTensor(np.ndarray):
    """An array that answers to the names of a tensor."""

    requires_grad = False

    @classmethod
    def of(cls, values, dtype=None, **kwargs):
        return np.array(values, dtype=dtype if dtype in (int, float, bool) else None).view(cls)

    def __reversed__(self):
        return self[::-1]

    def numpy(self):
        return np.array(self)

    detach = cpu = clone = contiguous = float = lambda self, *args, **kwargs: self.copy()

    def to(self, *args, **kwargs):
        return self

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def unsqueeze(self, dim):
        return np.expand_dims(self, dim)

    def repeat(self, *times):
        return np.tile(self, times)

    def softmax(self, dim=-1):
        raised = np.exp(self - np.max(self, axis=dim, keepdims=True))
        return raised / raised.sum(axis=dim, keepdims=True)

    def pow(self, power):
        return self**power

    abs = np.ndarray.__abs__


class torch:
    """The functions by name."""

    float32, float64, long, int64 = float, float, int, int
    Tensor = MadeUpTensor
    tensor = from_numpy = as_tensor = MadeUpTensor.of
    zeros = staticmethod(lambda *shape, **kwargs: MadeUpTensor.of(np.zeros(*shape)))
    ones = staticmethod(lambda *shape, **kwargs: MadeUpTensor.of(np.ones(*shape)))
    eye = staticmethod(lambda *shape, **kwargs: MadeUpTensor.of(np.eye(*shape)))
    ones_like = staticmethod(lambda values, **kwargs: np.ones_like(values))
    arange = staticmethod(lambda *ends, **kwargs: MadeUpTensor.of(np.arange(*ends)))
    cat = staticmethod(lambda parts, dim=0: np.concatenate(parts, axis=dim).view(MadeUpTensor))
    stack = staticmethod(lambda parts, dim=0: np.stack(parts, axis=dim).view(MadeUpTensor))
    argmax = staticmethod(lambda values, dim=None: np.argmax(values, axis=dim))
    nn, optim = Absent("torch.nn"), Absent("torch.optim")
    load = staticmethod(lambda *args, **kwargs: {"model": {}, "model_args": {}})
    exp, log, sqrt = np.exp, np.log, np.sqrt
    dice = np.random.default_rng(0)

    class no_grad:
        """`with torch.no_grad():`, or a decorator."""

        def __enter__(self):
            return self

        def __exit__(self, *args):
            return None

        def __call__(self, function):
            return function

    inference_mode = no_grad

    @classmethod
    def manual_seed(cls, seed):
        cls.dice = np.random.default_rng(seed)

    @staticmethod
    def log_softmax(values, dim=-1):
        values = values - np.max(values, axis=dim, keepdims=True)
        return (values - np.log(np.exp(values).sum(axis=dim, keepdims=True))).view(MadeUpTensor)

    @staticmethod
    def softmax(values, dim=-1):
        return MadeUpTensor.of(values).softmax(dim)

    @staticmethod
    def argsort(values, dim=-1, descending=False):
        return np.argsort(-values if descending else values, axis=dim).view(MadeUpTensor)

    @staticmethod
    def sort(values, dim=-1, descending=False):
        places = torch.argsort(values, dim, descending)
        return np.take_along_axis(values, places, axis=dim), places

    @staticmethod
    def topk(values, k, dim=-1):
        places = np.take(torch.argsort(values, dim, descending=True), range(k), axis=dim)
        return np.take_along_axis(values, places, axis=dim), places.view(MadeUpTensor)

    @classmethod
    def multinomial(cls, chances, num_samples, replacement=False):
        row = np.ravel(chances)
        drawn = cls.dice.choice(len(row), num_samples, replace=replacement, p=row / row.sum())
        return MadeUpTensor.of(drawn)

    @classmethod
    def randn(cls, *shape, **kwargs):
        return MadeUpTensor.of(cls.dice.normal(size=shape))

    @classmethod
    def rand(cls, *shape, **kwargs):
        return MadeUpTensor.of(cls.dice.random(size=shape))
